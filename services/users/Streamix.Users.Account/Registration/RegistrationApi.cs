using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Data;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Account.Registration;

internal static class RegistrationApi
{
    private const int LargestBody = 16 * 1024;

    public static void MapRegistration(this IEndpointRouteBuilder app)
    {
        var registrations = app.MapGroup("/account/registrations").WithTags("Registration")
            .AllowAnonymous().RequireRateLimiting(RateLimits.Sensitive).WithBodyLimit(LargestBody).WithValidation();
        registrations.MapPost("/", RegisterAsync).WithName("Register").WithSummary("Signs up; a passcode is mailed to the address")
            .AddEndpointFilter<SealCredential>().WithIdempotency<AccountDb>(secrets: "password");
    }

    private static async Task<Created<RegistrationView>> RegisterAsync(
        RegistrationDraft draft, HttpContext http, Registrar registrar, CancellationToken cancellationToken)
    {
        var id = await registrar.RegisterAsync(draft, http.Features.GetRequiredFeature<SealedCredential>(), http.Connection.RemoteIpAddress, cancellationToken);
        return TypedResults.Created((string?)null, new RegistrationView(id, AccountStatuses.Pending));
    }
}
