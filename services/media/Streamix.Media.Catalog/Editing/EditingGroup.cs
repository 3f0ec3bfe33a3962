using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Editing;

internal static class EditingGroup
{
    private const int LargestBody = 512 * 1024;

    /// <summary>Routes of those who make the catalog; every write leaves a record.</summary>
    public static RouteGroupBuilder MapEditing(this IEndpointRouteBuilder app, string route, string tag) =>
        app.MapGroup(route).WithTags(tag).RequireRole(Roles.Admin, Roles.Editor).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
}
