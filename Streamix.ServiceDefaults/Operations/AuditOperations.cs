using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>What those with a role did in this service.</summary>
internal static class AuditOperations
{
    public static void MapAuditOperations(this RouteGroupBuilder operations) =>
        operations.MapGet("/audit", ReadAsync).WithName("ReadAudit").WithSummary("Records of what operators did, the latest first")
            .RequireRole(Roles.Admin, Roles.Support).RequireRateLimiting(RateLimits.PerCaller);

    private static async Task<Ok<Page<AuditRecorded>>> ReadAsync(
        [AsParameters] AuditFilter filter, [AsParameters] PageQuery page, IAuditRecords records, CancellationToken cancellationToken) =>
        TypedResults.Ok(await records.ReadAsync(filter, page, cancellationToken));
}
