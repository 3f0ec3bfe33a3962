using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Issuing;

namespace Streamix.Auth.Session.Devices;

/// <summary>The device's side: asks until somebody has decided (RFC 8628, 3.4).</summary>
internal static class DeviceTokenApi
{
    private const string GrantType = "urn:ietf:params:oauth:grant-type:device_code";
    private const int CodeLength = 43;

    public static void MapDeviceTokens(this RouteGroupBuilder devices) =>
        devices.MapPost("/tokens", PollAsync).AllowAnonymous().WithName("PollDevice").WithSummary("Tokens, once the device was let in (form: grant_type, device_code, client_id)");

    private static async Task<Results<Ok<DeviceTokens>, JsonHttpResult<OAuthError>>> PollAsync(
        HttpContext context, DeviceRequests devices, SessionDoor door, AccessTokens access, RefreshTokens refresh, TimeProvider time, CancellationToken cancellationToken)
    {
        OAuthAnswers.NotStored(context.Response);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        if (form["grant_type"] is not [GrantType])
            return OAuthAnswers.Error("unsupported_grant_type");
        if (form["client_id"] is not [{ } client] || !DeviceApi.IsClient(client) || form["device_code"] is not [{ Length: CodeLength } deviceCode])
            return OAuthAnswers.Error("invalid_request", "device_code and client_id are required");

        var (outcome, opening) = await devices.PollAsync(deviceCode, client);
        if (opening is null)
            return OAuthAnswers.Error(outcome switch
            {
                "pending" => "authorization_pending",
                "slow_down" => "slow_down",
                "denied" => "access_denied",
                "expired" => "expired_token",
                _ => "invalid_grant",
            });

        if (await door.OpenAsync(opening) is not { Family: { } family, Token: { } token })
            return OAuthAnswers.Error("access_denied");
        var issued = await access.ForUserAsync(family, cancellationToken);
        return TypedResults.Ok(new DeviceTokens(issued.Text, "Bearer", (long)(issued.ExpiresAt - time.GetUtcNow()).TotalSeconds, refresh.Write(token)));
    }
}
