using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Account.Proof;

/// <summary>What cannot be undone asks for a proof of the last quarter of an hour, with both steps where the account has two.</summary>
internal static class FreshProof
{
    private const string OneStep = "aal1";
    private const string TwoSteps = "aal2";
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    public static RouteHandlerBuilder RequireFreshProof(this RouteHandlerBuilder route) =>
        route.RequireStepUp(Longest, OneStep).AddEndpointFilter(async (context, next) =>
            await IsEnoughAsync(context.HttpContext) ? await next(context) : StepUp.Challenge(Longest, TwoSteps));

    /// <summary>A session may be weaker than its account: a television's, or one opened before the second step was switched on.</summary>
    private static async Task<bool> IsEnoughAsync(HttpContext context)
    {
        var (services, caller) = (context.RequestServices, context.RequestServices.GetRequiredService<Caller>());
        return caller.HasProven(services.GetRequiredService<TimeProvider>(), Longest, TwoSteps)
            || !await services.GetRequiredService<AccountDb>().Accounts.AnyAsync(a => a.Id == caller.AccountId && a.HasSecondStep, context.RequestAborted);
    }
}
