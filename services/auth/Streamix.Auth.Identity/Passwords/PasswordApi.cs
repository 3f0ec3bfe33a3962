using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.SignIn;
using Streamix.Auth.Identity.StepUp;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Passwords;

internal static class PasswordApi
{
    public static void MapPasswords(this IEndpointRouteBuilder app)
    {
        var resets = app.MapGroup("/identity/password-resets").WithTags("Passwords").AllowAnonymous().WithCredentialLimits().WithValidation();
        resets.MapGroup("").WithSteadyAnswer().MapPost("/", ForgotAsync).WithName("ForgotPassword").WithSummary("Mails a link for a new password, if there is such an account");
        resets.MapPost("/complete", ResetAsync).WithName("ResetPassword").WithSummary("Sets a new password with the token of the mail; all sessions end");

        app.MapGroup("/identity/password").WithTags("Passwords").RequireCaller().WithCredentialLimits().WithValidation()
            .MapPut("/", ChangeAsync).WithName("ChangePassword").WithSummary("Changes my password; my other sessions end");
    }

    private static async Task<Results<Accepted, ProblemHttpResult>> ForgotAsync(ForgottenPassword forgotten, PasswordDesk desk, Guard guard, CancellationToken cancellationToken)
    {
        await guard.EnterAsync(cancellationToken, GuardRule.Reset.For(forgotten.Email));
        await desk.OfferResetAsync(forgotten.Email, cancellationToken);
        return TypedResults.Accepted((string?)null);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> ResetAsync(NewPassword wish, PasswordDesk desk, PasswordRules rules, CancellationToken cancellationToken)
    {
        if (await desk.OwnerOfResetAsync(wish.Token, cancellationToken) is not { } subject)
            return Problems.Invalid("token", "is wrong or no longer valid");
        if (rules.Complaint(wish.Password, subject.Account.Email!) is { } complaint)
            return Problems.Invalid("password", complaint);
        return await desk.ResetAsync(subject, wish.Token, wish.Password, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.Invalid("token", "is wrong or no longer valid");
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> ChangeAsync(
        PasswordChange change, PasswordDesk desk, PasswordCheck check, PasswordRules rules, Assurance assurance, Subjects subjects, Caller caller, HttpContext context,
        CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(caller.AccountId, cancellationToken) is not { MaySignIn: true } subject)
            return TypedResults.NotFound();
        if (change.CurrentPassword is null && await assurance.ChallengeAsync(context) is { } challenge)
            return challenge;
        if (change.CurrentPassword is { } current && !await check.OfAsync(subject, current, cancellationToken))
            return Problems.Invalid("currentPassword", "is wrong");
        if (rules.Complaint(change.NewPassword, subject.Account.Email!) is { } complaint)
            return Problems.Invalid("newPassword", complaint);
        return await desk.ChangeAsync(subject, change.NewPassword, caller.SessionId, cancellationToken)
            ? TypedResults.NoContent()
            : Problems.Conflict("The password was changed meanwhile. Sign in again.");
    }
}
