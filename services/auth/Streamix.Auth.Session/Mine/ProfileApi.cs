using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Auth.Session.Mine;

/// <summary>The profile of a session; the access token carries it.</summary>
internal static class ProfileApi
{
    public static void MapSessionProfile(this RouteGroupBuilder sessions)
    {
        sessions.MapPut("/profile", PickAsync).WithName("PickProfile").WithSummary("Goes on as one of my profiles")
            .WithDescription("403 with a code: pin-required or pin-wrong (with attemptsLeft).")
            .Produces<SessionTokens>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status429TooManyRequests);
        sessions.MapDelete("/profile", LeaveAsync).WithName("LeaveProfile").WithSummary("Goes on without a profile").Produces<SessionTokens>();
    }

    private static async Task<IResult> PickAsync(
        ProfilePick pick, ProfilesClient profiles, FamilyStore families, TokenAnswers answers, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var entry = await profiles.EnterAsync(pick.ProfileId, new ProfileEntry(caller.AccountId, pick.Pin), cancellationToken);
        return entry.Outcome switch
        {
            "entered" => await GoOnAsync(pick.ProfileId, families, answers, caller, response, cancellationToken),
            "pin-required" => SessionProblems.Forbidden("pin-required", "This profile has a PIN."),
            "pin-wrong" => SessionProblems.With(SessionProblems.Forbidden("pin-wrong", "The PIN is wrong."), "attemptsLeft", entry.AttemptsLeft),
            "pin-locked" => Problems.TooMany(TimeSpan.FromSeconds(entry.RetryAfterSeconds ?? 60)),
            _ => Problems.NotFound(),
        };
    }

    private static Task<IResult> LeaveAsync(FamilyStore families, TokenAnswers answers, Caller caller, HttpResponse response, CancellationToken cancellationToken) =>
        GoOnAsync(null, families, answers, caller, response, cancellationToken);

    private static async Task<IResult> GoOnAsync(
        Guid? profile, FamilyStore families, TokenAnswers answers, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!SessionId.IsValid(caller.SessionId))
            return SessionProblems.Ended(null);
        return await families.EnterAsync(caller.SessionId!, caller.AccountId, profile) switch
        {
            { Family: { } family } => TypedResults.Ok(await answers.AccessAsync(response, family, cancellationToken)),
            { ProfileIsGone: true } => Problems.NotFound(),
            _ => SessionProblems.Ended(null),
        };
    }
}
