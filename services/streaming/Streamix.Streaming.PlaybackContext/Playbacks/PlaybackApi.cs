using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.PlaybackContext.Ending;
using Streamix.Streaming.PlaybackContext.Heartbeats;
using Streamix.Streaming.PlaybackContext.Renewing;
using Streamix.Streaming.PlaybackContext.Starting;

namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>What players talk to.</summary>
internal static class PlaybackApi
{
    private const int LargestBody = 64 * 1024;

    public static void MapPlaybacks(this IEndpointRouteBuilder app)
    {
        var playbacks = app.MapGroup("/playback/playbacks").WithTags("Playbacks").RequireCaller().RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();
        playbacks.MapPost("/", StartAsync).WithName("StartPlayback").WithSummary("Starts a playback: manifests, addresses, licence, resume point, tracks, markers, what comes next")
            .WithDescription("A refusal (403, or 404 for no-such-title) says why in code. What is not needed to play and is away is left out and listed in missing.")
            .Produces<PlaybackAnswer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status410Gone);
        playbacks.MapGet("/", ListAsync).WithName("ListPlaybacks").WithSummary("What my account plays now, and on which devices");
        playbacks.MapGet("/{id:guid}", ReadAsync).WithName("ReadPlayback").WithSummary("One of my playbacks; for operators anybody's");
        playbacks.MapPost("/{id:guid}/heartbeats", BeatAsync).WithName("SendHeartbeat").WithSummary("Tells how it goes; positions are kept when the answer says so");
        playbacks.MapPost("/{id:guid}/renewals", RenewAsync).WithName("RenewPlayback").WithSummary("New addresses in mid-play, the old ones stay good until their end")
            .Produces<RenewalAnswer>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone);
        playbacks.MapDelete("/{id:guid}", EndAsync).WithName("EndPlayback").WithSummary("Ends a playback, also that of another device of my account");
    }

    private static Task<IResult> StartAsync(
        StartDraft draft, [AsParameters] StartQuery query, HttpContext http, StartDesk desk, Caller caller, IOptions<PlaybackOptions> options, CancellationToken cancellationToken)
    {
        if (query.IdempotencyKey is { } key && !StartKey.IsValid(key))
            throw ProblemException.BadRequest(StartQuery.Header, "must be one value of 1 to 255 visible characters");
        return Viewer.Of(caller, http, options.Value) is { } viewer
            ? desk.StartAsync(draft, viewer, query.IdempotencyKey, query.Explain == true, http.Response, cancellationToken)
            : Task.FromResult(Viewer.NoProfile());
    }

    private static async Task<Ok<Page<PlaybackView>>> ListAsync([AsParameters] PageQuery page, PlaybackDesk desk, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(caller.AccountId, caller.SessionId, page, cancellationToken));

    private static async Task<Results<Ok<PlaybackView>, NotFound>> ReadAsync(Guid id, [AsParameters] ReadQuery query, PlaybackDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        var isOperator = Viewer.IsOperator(caller);
        var playback = isOperator ? await desk.FindAnyAsync(id, cancellationToken) : await desk.FindAsync(caller.AccountId, id, cancellationToken);
        if (playback is null)
            return TypedResults.NotFound();
        var explanation = query.Explain != true ? null : isOperator ? playback.Explanation : playback.Explanation?.WithoutInternals();
        return TypedResults.Ok(PlaybackView.Of(playback, caller.SessionId, explanation));
    }

    private static async Task<Results<Ok<HeartbeatAnswer>, NotFound>> BeatAsync(Guid id, HeartbeatDraft draft, HeartbeatDesk desk, Caller caller, CancellationToken cancellationToken) =>
        await desk.TakeAsync(caller.AccountId, caller.ProfileId, id, draft, cancellationToken) is { } answer ? TypedResults.Ok(answer) : TypedResults.NotFound();

    private static async Task<IResult> RenewAsync(Guid id, HttpContext http, PlaybackDesk desk, RenewalDesk renewals, Caller caller, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(caller.AccountId, caller.ProfileId, id, cancellationToken) is not { } playback)
            return TypedResults.NotFound();
        if (playback.State == PlaybackState.Ended)
            return PlaybackProblems.Over(playback);
        http.Response.Headers.CacheControl = "no-store";
        try
        {
            return TypedResults.Ok(await renewals.RenewAsync(playback, Viewer.AddressOf(http), http.Response, cancellationToken));
        }
        catch (PlaybackOverException e)
        {
            return e.IsWindowOver ? PlaybackProblems.NoLonger() : PlaybackProblems.Over(await desk.FindAsync(caller.AccountId, id, cancellationToken) ?? playback);
        }
    }

    private static async Task<Results<NoContent, NotFound>> EndAsync(Guid id, PlaybackDesk desk, EndingDesk ending, Closer closer, Caller caller, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(caller.AccountId, id, cancellationToken) is not { } playback)
            return TypedResults.NotFound();
        var reason = playback.SessionId == caller.SessionId ? PlaybackEnds.Stopped : PlaybackEnds.Elsewhere;
        await ending.EndAsync([id], reason, null, cancellationToken);
        await closer.TryCloseAsync(id, cancellationToken); // whoever waits for the slot may take it now
        return TypedResults.NoContent();
    }
}

/// <summary>How a playback is read.</summary>
internal sealed record ReadQuery([property: System.ComponentModel.Description("Whether to tell the whole decision.")] bool? Explain = null);
