using Streamix.ServiceDefaults.Auth;

namespace Streamix.Users.Profile.Profiles;

/// <summary>An answer that says why not, among the typed results of a handler.</summary>
internal sealed class Refusal(IResult answer) : IResult
{
    /// <summary>The account's owner has to prove who they are first.</summary>
    public static Refusal Unproven => new(StepUp.Challenge());

    public Task ExecuteAsync(HttpContext httpContext) => answer.ExecuteAsync(httpContext);
}
