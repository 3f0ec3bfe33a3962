using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.SignIn;

/// <summary>Why nobody is signed in. The first is the only one that somebody without the right password ever sees.</summary>
internal static class SignInProblems
{
    public static ProblemHttpResult Wrong() => Problems.Unauthorized("The e-mail address or the password is wrong.");

    public static ProblemHttpResult WrongAnswer() => Problems.Unauthorized("That was wrong, or the challenge is over. Try again, or start again.");

    public static ProblemHttpResult Again() => Problems.Unauthorized("Sign in again.");

    public static ProblemHttpResult SecondFactorNeeded(IReadOnlyList<string> methods) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status403Forbidden,
        Detail = "This account has a second factor: prove it with that, not with the password.",
        Extensions = { ["code"] = "second-factor-needed", ["methods"] = methods },
    });

    public static ProblemHttpResult Unproven(Guid accountId) => Coded("email-unproven", "Prove your e-mail address first, with the code from the mail.", accountId);

    public static ProblemHttpResult Suspended(Guid accountId) => Coded("account-suspended", "This account is suspended.", accountId);

    private static ProblemHttpResult Coded(string code, string detail, Guid accountId) => TypedResults.Problem(new ProblemDetails
    {
        Status = StatusCodes.Status403Forbidden,
        Detail = detail,
        Extensions = { ["code"] = code, ["accountId"] = accountId },
    });
}
