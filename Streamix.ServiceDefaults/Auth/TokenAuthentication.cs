using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;

namespace Streamix.ServiceDefaults.Auth;

/// <summary>Reads both tokens of a request and makes the <see cref="Caller"/> of them.</summary>
internal sealed class TokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ITokenValidator tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";
    private const string Prefix = "Bearer ";
    private static readonly AuthenticateResult Invalid = AuthenticateResult.Fail("The token is not valid.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var authorization = Request.Headers.Authorization.ToString();
        var bearer = authorization.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? authorization[Prefix.Length..].Trim() : null;
        var service = Request.Headers[ServiceTokenHeader.Name].ToString();
        if (bearer is null && service.Length == 0)
            return AuthenticateResult.NoResult();

        try
        {
            var user = bearer is null ? null : await tokens.ValidateUserAsync(bearer, Context.RequestAborted);
            var by = service.Length == 0 ? null : await tokens.ValidateServiceAsync(service, Context.RequestAborted);
            return bearer is not null && user is null || service.Length > 0 && by is null ? Invalid : Accept(new(user, by));
        }
        catch (KeysUnavailableException e)
        {
            return AuthenticateResult.Fail(e);
        }
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        if (result.Failure is KeysUnavailableException)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.RetryAfter(TimeSpan.FromSeconds(5));
            return;
        }
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = result.Failure is null ? "Bearer" : """Bearer error="invalid_token", error_description="The token is not valid." """.TrimEnd();
    }

    private AuthenticateResult Accept(Caller caller)
    {
        Context.Features.Set(caller);
        var identity = new ClaimsIdentity(Scheme.Name, "name", "role");
        identity.AddClaim(new("name", caller.Name));
        foreach (var role in caller.Roles)
            identity.AddClaim(new("role", role));
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
