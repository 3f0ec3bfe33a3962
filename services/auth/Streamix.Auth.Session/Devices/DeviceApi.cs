using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Streamix.Auth.Session.Issuing;
using Streamix.Auth.Session.Mine;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Devices;

/// <summary>The person's side and the beginning of the device authorization grant (RFC 8628).</summary>
internal static class DeviceApi
{
    public static void MapDevices(this RouteGroupBuilder devices)
    {
        devices.MapPost("/authorizations", AskAsync).AllowAnonymous().WithName("AuthorizeDevice").WithSummary("A device without a keyboard asks to be let in (RFC 8628, 3.1)")
            .Accepts<DeviceAsk>(isOptional: true, Forms.Type);
        devices.MapDeviceTokens();
        devices.MapGet("/{userCode}", FindAsync).RequireCaller().RequireRateLimiting(RateLimits.Sensitive).WithName("FindDevice").WithSummary("The device that shows this code");
        devices.MapPost("/{userCode}", DecideAsync).RequireCaller().RequireRateLimiting(RateLimits.Sensitive).WithName("DecideDevice").WithSummary("Lets the device in, or not");
    }

    private static async Task<Results<Ok<DeviceAuthorization>, JsonHttpResult<OAuthError>>> AskAsync(
        HttpContext context, DeviceRequests devices, ClientOfRequest client, IOptions<SessionOptions> options)
    {
        OAuthAnswers.NotStored(context.Response);
        if (DeviceAsk.Read(await Forms.ReadAsync(context)) is not { } ask)
            return OAuthAnswers.Error("invalid_request", "client_id is required");

        var (deviceCode, code) = await devices.AskAsync(ask.ClientId, client.Read(context, ask.Device ?? ""));
        var (shown, settings) = (UserCode.Show(code), options.Value);
        return TypedResults.Ok(new DeviceAuthorization(
            deviceCode, shown, settings.VerificationUri, $"{settings.VerificationUri}?code={shown}",
            (long)settings.DeviceCodeLifetime.TotalSeconds, (long)settings.DeviceInterval.TotalSeconds));
    }

    private static async Task<Results<Ok<DeviceView>, NotFound>> FindAsync(string userCode, DeviceRequests devices) =>
        UserCode.Read(userCode) is { } code && await devices.FindAsync(code) is { } device ? TypedResults.Ok(device) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> DecideAsync(string userCode, DeviceDecision decision, DeviceRequests devices, Caller caller, TimeProvider time) =>
        UserCode.Read(userCode) is { } code && await devices.DecideAsync(code, decision.Approve, caller.AccountId, caller.AuthenticatedAt ?? time.GetUtcNow())
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
}
