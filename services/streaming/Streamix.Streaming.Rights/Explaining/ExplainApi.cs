using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Rights.Admission;
using Streamix.Streaming.Rights.Data;
using Streamix.Streaming.Rights.Slots;

namespace Streamix.Streaming.Rights.Explaining;

/// <summary>Why somebody may or may not watch something: the same decision, with all its checks, and no slot taken. Looking into an account is recorded.</summary>
internal static class ExplainApi
{
    private const int LargestBody = 4096;

    public static void MapExplain(this IEndpointRouteBuilder app) =>
        app.MapGroup("/rights/explain").WithTags("Explain").RequireRole(Roles.Admin, Roles.Support).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit()
            .MapPost("/", ExplainAsync).WithName("ExplainRights").WithSummary("The whole decision about an account, a profile, a title, a device and a place");

    private static async Task<Ok<ExplanationView>> ExplainAsync(
        ExplainRequest request, AdmissionDesk desk, SlotDesk slots, RightsDb db, IAudit audit, CancellationToken cancellationToken)
    {
        audit.Record("rights.explained", $"account:{request.AccountId}");
        await db.SaveChangesAsync(cancellationToken);
        var admittance = await desk.DecideAsync(request.ToQuestion(), cancellationToken);
        return TypedResults.Ok(ExplanationView.Of(admittance.Verdict, await slots.ListAsync(request.AccountId)));
    }
}
