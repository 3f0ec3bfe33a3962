using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging.DeadLetters;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>The events a service could not handle, for administrators and the dashboard's commands. What is done to them is recorded together with what it does.</summary>
internal static class DeadLetterOperations
{
    /// <summary>The commands of the AppHost's dashboard.</summary>
    private const string Commands = "apphost";
    private const int MostAtOnce = 100;
    private const string ExampleId = "019c1b7e-5f3a-7c2d-9e41-6a0b8d4f2c17";

    public static void MapDeadLetterOperations(this RouteGroupBuilder operations)
    {
        var letters = operations.MapGroup("/dead-letters").RequireRoleOrService(Roles.Admin, Commands).RequireRateLimiting(RateLimits.PerCaller);
        letters.MapGet("/", SearchAsync).WithName("SearchDeadLetters").WithSummary("Events that could not be handled, the latest first");
        letters.MapGet("/{id:guid}", ShowAsync).WithName("ShowDeadLetter").WithSummary("One of them with its contents, but for personal data");
        letters.MapPost("/{id:guid}/replay", ReplayAsync).WithName("ReplayLetter").WithSummary("Applies it now").ProducesProblem(StatusCodes.Status409Conflict);
        letters.MapPost("/{id:guid}/discard", DiscardAsync).WithName("DiscardLetter").WithSummary("Gives it up for good");
        letters.MapPost("/replay", ReplayManyAsync).WithName("ReplayLetters").WithSummary("Applies those of a filter now, the oldest first")
            .WithDescription("One call applies up to limit of them; next, given as after, goes on behind the last.");
    }

    private static async Task<Ok<Page<DeadLetterView>>> SearchAsync(
        [AsParameters] DeadLetterFilter filter, [AsParameters] PageQuery page, IDeadLetters letters, CancellationToken cancellationToken) =>
        TypedResults.Ok(await letters.SearchAsync(filter, page, cancellationToken));

    private static async Task<Results<Ok<DeadLetterFile>, NotFound>> ShowAsync(Guid id, IDeadLetters letters, CancellationToken cancellationToken) =>
        await letters.ShowAsync(id, cancellationToken) is { } letter ? TypedResults.Ok(letter) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> ReplayAsync(Guid id, IDeadLetters letters, CancellationToken cancellationToken)
    {
        var result = await letters.ReplayAsync(id, cancellationToken, Record("dead-letter.replayed", id));
        return result.Outcome switch
        {
            ReplayOutcome.Replayed => TypedResults.NoContent(),
            ReplayOutcome.Absent => TypedResults.NotFound(),
            _ => Problems.Conflict($"The event failed again. {ShownBody.Clean(result.Reason)}".TrimEnd()),
        };
    }

    private static async Task<Results<NoContent, NotFound>> DiscardAsync(Guid id, IDeadLetters letters, CancellationToken cancellationToken) =>
        await letters.DiscardAsync(id, cancellationToken, Record("dead-letter.discarded", id)) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Ok<ReplaySummary>> ReplayManyAsync(
        [AsParameters] DeadLetterFilter filter, IDeadLetters letters, CancellationToken cancellationToken,
        [Description("How many at once."), Example("50"), Range(1, MostAtOnce), DefaultValue(50)] int limit = 50,
        [Description("The next of the call before."), Example(ExampleId)] Guid? after = null)
    {
        var ids = await letters.IdsAsync(filter, after, limit is >= 1 and <= MostAtOnce ? limit + 1 : throw ProblemException.BadRequest("limit", $"must be between 1 and {MostAtOnce}"), cancellationToken);
        var (now, replayed) = (ids.Take(limit).ToList(), 0);
        foreach (var id in now)
            if (await letters.ReplayAsync(id, cancellationToken, Record("dead-letter.replayed", id)) is { Outcome: ReplayOutcome.Replayed })
                replayed++;
        return TypedResults.Ok(new ReplaySummary(replayed, now.Count - replayed, ids.Count > limit ? now[^1] : null));
    }

    /// <summary>In the scope, and thus the transaction, of the act.</summary>
    private static Action<IServiceProvider> Record(string action, Guid id) =>
        services => services.GetRequiredService<IAudit>().Record(action, $"dead-letter:{id:n}");
}
