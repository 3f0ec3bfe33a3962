using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Issuing;

/// <summary>Client credentials (RFC 6749, 4.4) for the services of the platform.</summary>
internal static partial class ServiceTokenApi
{
    public static void MapServiceTokens(this IEndpointRouteBuilder app) =>
        app.MapPost("/internal/tokens", IssueAsync).AllowAnonymous().WithBodyLimit(4096).WithTags("Service tokens")
            .WithName("IssueServiceToken").WithSummary("A token for a service that knows its secret");

    private static async Task<Results<Ok<ServiceTokenAnswer>, JsonHttpResult<OAuthError>>> IssueAsync(
        HttpContext context, ClientSecrets clients, AccessTokens tokens, IOptions<SessionOptions> options, ILogger<ClientSecrets> logger, CancellationToken cancellationToken)
    {
        OAuthAnswers.NotStored(context.Response);
        if (!context.Request.HasFormContentType || (await context.Request.ReadFormAsync(cancellationToken))["grant_type"] is not ["client_credentials"])
            return OAuthAnswers.Error("unsupported_grant_type");

        if (BasicCredentials.Read(context.Request) is not { } credentials || !clients.Fits(credentials.Client, credentials.Secret))
        {
            Log.Refused(logger, context.Connection.RemoteIpAddress);
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"streamix\"";
            return OAuthAnswers.Error("invalid_client", status: StatusCodes.Status401Unauthorized);
        }

        var token = await tokens.ForServiceAsync(credentials.Client, cancellationToken);
        return TypedResults.Ok(new ServiceTokenAnswer(token.Text, "Bearer", (long)options.Value.ServiceTokenLifetime.TotalSeconds));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A service's credentials were refused; they came from {Address}")]
        public static partial void Refused(ILogger logger, System.Net.IPAddress? address);
    }
}
