using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.CdnOrchestrator.Caches;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Registry;

/// <summary>For edges.</summary>
internal static class EdgeReportApi
{
    private const int LargestBody = 65536;
    private const int MostKeys = 8;

    public static void MapEdgeReports(this IEndpointRouteBuilder app) =>
        app.MapInternal("edges").MapPut("/{name}", ReportAsync).WithBodyLimit(LargestBody).WithTags("Internal").WithName("ReportEdge").WithSummary("How an edge is; the answer tells what it is to do");

    private static async Task<Results<Ok<EdgeOrders>, ForbidHttpResult>> ReportAsync(
        string name, EdgeReport report, Caller caller, EdgeRegister register, CancellationToken cancellationToken)
    {
        // Each edge speaks for itself alone, and no other service is one.
        if (caller.Service != name || !EdgeServer.IsOwnName(name))
            return TypedResults.Forbid();
        Check(report);
        return TypedResults.Ok(await register.HearAsync(name, report, cancellationToken));
    }

    private static void Check(EdgeReport report)
    {
        Demand(EdgeServer.IsAddress(report.Address), "address", "must be absolute and end in a slash");
        Demand(EdgeServer.IsRegion(report.Region), "region", "must be a short word");
        Demand(report.Capacity > 0, "capacity", "must be positive");
        Demand(report.Cost > 0 && double.IsFinite(report.Cost), "cost", "must be positive");
        Demand(report.State is EdgeStates.Serving or EdgeStates.Failing or EdgeStates.Stopping, "state", "must be serving, failing or stopping");
        Demand(report is { BitsPerSecond: >= 0, Connections: >= 0, CacheBytes: >= 0, After: >= 0, HitRatio: >= 0 and <= 1 }, "load", "has a figure that cannot be");
        Demand(report.Keys.Count <= MostKeys && report.Keys.All(k => k.Length is > 0 and <= 16), "keys", "are no ids of keys");
        Demand(report.Progress.Count <= CacheDesk.MostOrders, "progress", "is too long");
        Demand(report.Progress.All(p => p.State is CacheStates.Running or CacheStates.Done or CacheStates.Failed && p.Objects >= 0 && p.Bytes >= 0), "progress", "has a state that cannot be");
    }

    private static void Demand(bool holds, string field, string message)
    {
        if (!holds)
            throw ProblemException.BadRequest(field, message);
    }
}
