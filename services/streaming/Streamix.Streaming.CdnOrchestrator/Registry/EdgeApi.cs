using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Data;
using Streamix.Streaming.CdnOrchestrator.Standing;

namespace Streamix.Streaming.CdnOrchestrator.Registry;

/// <summary>Edges for operators. A change holds within a second or two, at every replica.</summary>
internal static class EdgeApi
{
    private const string Route = "/edges";
    private const int LargestBody = 4096;

    public static void MapEdges(this IEndpointRouteBuilder app)
    {
        var edges = app.MapGroup(Route).WithTags("Edges").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        edges.MapGet("/", ListAsync).WithName("ListEdges").WithSummary("All edges and how they are");
        edges.MapPost("/", CreateAsync).WithName("CreateEdge").WithSummary("An edge of CloudFront; our own make themselves known").WithIdempotency<OrchestratorDb>();
        edges.MapGet("/choice", ChooseAsync).WithName("ExplainChoice").WithSummary("Which edges a package would come from now, and why");
        edges.MapGet("/{name}", ReadAsync).WithName("ReadEdge").WithSummary("An edge");
        edges.MapPut("/{name}", ChangeAsync).WithName("ChangeEdge").WithSummary("Other terms, as draining it");
        edges.MapDelete("/{name}", RemoveAsync).WithName("RemoveEdge").WithSummary("Forgets an edge; one of our own that still runs comes back with its next report");
    }

    private static async Task<Ok<IReadOnlyList<EdgeView>>> ListAsync(OrchestratorDb db, EdgeBook book, CancellationToken cancellationToken)
    {
        var edges = await db.Edges.AsNoTracking().OrderBy(e => e.Name).ToListAsync(cancellationToken);
        var loads = await db.Loads.AsNoTracking().ToDictionaryAsync(l => l.Name, cancellationToken);
        return TypedResults.Ok<IReadOnlyList<EdgeView>>([.. edges.Select(e => EdgeView.Of(e, loads.GetValueOrDefault(e.Name), book.ConditionOf(e, loads.GetValueOrDefault(e.Name))))]);
    }

    private static async Task<Created<EdgeView>> CreateAsync(EdgeDraft draft, OrchestratorDb db, EdgeBook book, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var edge = new EdgeServer(draft.Name, EdgeKind.CloudFront, draft.Address, draft.ToTerms(), time.GetUtcNow());
        db.Edges.Add(edge);
        audit.Record("edge.created", Target(edge.Name));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException e) when (DbConflict.From(e) is { Kind: DbConflictKind.Duplicate })
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "There is an edge of this name already.");
        }

        return TypedResults.Created($"{Route}/{edge.Name}", EdgeView.Of(edge, null, book.ConditionOf(edge, null)));
    }

    private static async Task<Results<Versioned<EdgeView>, NotFound>> ReadAsync(string name, OrchestratorDb db, EdgeBook book, CancellationToken cancellationToken)
    {
        if (await db.Edges.AsNoTracking().SingleOrDefaultAsync(e => e.Name == name, cancellationToken) is not { } edge)
            return TypedResults.NotFound();
        var load = await db.Loads.AsNoTracking().SingleOrDefaultAsync(l => l.Name == name, cancellationToken);
        return Versioned.Ok(EdgeView.Of(edge, load, book.ConditionOf(edge, load)), edge);
    }

    private static async Task<Results<Versioned<EdgeView>, NotFound, ProblemHttpResult>> ChangeAsync(
        string name, IfMatch ifMatch, EdgeTermsDraft draft, OrchestratorDb db, EdgeBook book, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Edges.SingleOrDefaultAsync(e => e.Name == name, cancellationToken) is not { } edge)
            return TypedResults.NotFound();
        if (!ifMatch.Matches(edge))
            return Problems.Stale();
        edge.Take(edge.Address, draft.ToTerms(), time.GetUtcNow());
        audit.Record("edge.changed", Target(name), null, "terms");
        await db.SaveChangesAsync(cancellationToken);
        var load = await db.Loads.AsNoTracking().SingleOrDefaultAsync(l => l.Name == name, cancellationToken);
        return Versioned.Ok(EdgeView.Of(edge, load, book.ConditionOf(edge, load)), edge);
    }

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(string name, OrchestratorDb db, IAudit audit, CancellationToken cancellationToken)
    {
        if (await db.Edges.SingleOrDefaultAsync(e => e.Name == name, cancellationToken) is not { } edge)
            return TypedResults.NotFound();
        db.Edges.Remove(edge);
        audit.Record("edge.removed", Target(name));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<ChoiceView>> ChooseAsync([AsParameters] ChoiceQuery query, EdgeBook book, EdgeChoice choice, CancellationToken cancellationToken)
    {
        await book.ReadyAsync(cancellationToken);
        var chosen = choice.Of(book.Facts(), query.AssetId.ToString(), query.Country ?? "");
        return TypedResults.Ok(new ChoiceView([.. chosen.Edges.Select(e => e.Name)], chosen.Because));
    }

    private static string Target(string name) => $"edge:{name}";
}

/// <summary>Whose choice.</summary>
internal sealed record ChoiceQuery(
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid AssetId,
    [property: Example("NL")] string? Country = null);
