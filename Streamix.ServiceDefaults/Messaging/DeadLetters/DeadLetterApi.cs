using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

/// <summary>The operator's view of the events a service could not handle.</summary>
public static class DeadLetterApi
{
    private const string ExampleType = "users.account.registered";
    private const string ExampleId = "019c1b7e-5f3a-7c2d-9e41-6a0b8d4f2c17";
    private const int DefaultLimit = 50;
    private const int MaxLimit = 500;

    /// <summary>
    /// Maps <c>/internal/dead-letters</c>: list, read, replay, discard. Null when the service has no messaging.
    /// The caller adds the authorisation.
    /// </summary>
    public static RouteGroupBuilder? MapDeadLetters(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetService<IServiceProviderIsService>()?.IsService(typeof(IDeadLetters)) is not true)
            return null;

        var group = endpoints.MapGroup("/internal/dead-letters").WithTags("Dead letters");
        group.MapGet("/", ListAsync).WithName("ListDeadLetters").WithSummary("Lists dead letters, oldest first");
        group.MapGet("/{id:guid}", GetAsync).WithName("GetDeadLetter").WithSummary("Shows a dead letter with its body");
        group.MapPost("/{id:guid}/replay", ReplayAsync).WithName("ReplayDeadLetter").WithSummary("Applies a dead letter now");
        group.MapPost("/replay", ReplayAllAsync).WithName("ReplayDeadLetters").WithSummary("Applies dead letters now, oldest first");
        group.MapDelete("/{id:guid}", DiscardAsync).WithName("DiscardDeadLetter").WithSummary("Discards a dead letter");
        return group;
    }

    private static async Task<Ok<DeadLetterPage>> ListAsync(
        IDeadLetters letters, CancellationToken cancellationToken,
        [Example(ExampleType)] string? type = null, [Example(ExampleId)] Guid? after = null, int limit = DefaultLimit) =>
        TypedResults.Ok(await letters.ListAsync(type, after, Math.Clamp(limit, 1, MaxLimit), cancellationToken));

    private static async Task<Results<Ok<DeadLetterDetail>, NotFound>> GetAsync(Guid id, IDeadLetters letters, CancellationToken cancellationToken) =>
        await letters.FindAsync(id, cancellationToken) is { } letter ? TypedResults.Ok(letter) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> ReplayAsync(
        Guid id, IDeadLetters letters, CancellationToken cancellationToken)
    {
        var result = await letters.ReplayAsync(id, cancellationToken);
        return result.Outcome switch
        {
            ReplayOutcome.Replayed => TypedResults.NoContent(),
            ReplayOutcome.Absent => TypedResults.NotFound(),
            _ => TypedResults.Problem(result.Reason, statusCode: StatusCodes.Status409Conflict, title: "The event failed again."),
        };
    }

    private static async Task<Ok<ReplaySummary>> ReplayAllAsync(
        IDeadLetters letters, CancellationToken cancellationToken,
        [Example(ExampleType)] string? type = null, [Example(ExampleId)] Guid? after = null, int limit = DefaultLimit)
    {
        var page = await letters.ListAsync(type, after, Math.Clamp(limit, 1, MaxLimit), cancellationToken);
        var replayed = 0;
        foreach (var letter in page.Items)
            if (await letters.ReplayAsync(letter.Id, cancellationToken) is { Outcome: ReplayOutcome.Replayed })
                replayed++;
        return TypedResults.Ok(new ReplaySummary(replayed, page.Items.Count - replayed, page.Next));
    }

    private static async Task<Results<NoContent, NotFound>> DiscardAsync(Guid id, IDeadLetters letters, CancellationToken cancellationToken) =>
        await letters.DiscardAsync(id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
}
