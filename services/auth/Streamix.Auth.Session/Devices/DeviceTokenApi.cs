using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Auth.Session.Families;
using Streamix.Auth.Session.Issuing;

namespace Streamix.Auth.Session.Devices;

/// <summary>The device's side: asks until somebody has decided (RFC 8628, 3.4).</summary>
internal static class DeviceTokenApi
{
    public static void MapDeviceTokens(this RouteGroupBuilder devices) =>
        devices.MapPost("/tokens", PollAsync).AllowAnonymous().WithName("PollDevice").WithSummary("Tokens, once the device was let in (RFC 8628, 3.4)")
            .Accepts<DevicePoll>(isOptional: true, Forms.Type);

    private static async Task<Results<Ok<DeviceTokens>, JsonHttpResult<OAuthError>>> PollAsync(
        HttpContext context, DeviceRequests devices, SessionDoor door, AccessTokens access, RefreshTokens refresh, TimeProvider time, CancellationToken cancellationToken)
    {
        OAuthAnswers.NotStored(context.Response);
        var form = await Forms.ReadAsync(context);
        if (form["grant_type"] is not [DevicePoll.Grant])
            return OAuthAnswers.Error("unsupported_grant_type");
        if (DevicePoll.Read(form) is not { } poll)
            return OAuthAnswers.Error("invalid_request", "device_code and client_id are required");

        var signer = await access.SignerAsync(cancellationToken);
        var (outcome, opening) = await devices.PollAsync(poll.DeviceCode, poll.ClientId);
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
        var issued = access.ForUser(family, signer);
        return TypedResults.Ok(new DeviceTokens(issued.Text, "Bearer", (long)(issued.ExpiresAt - time.GetUtcNow()).TotalSeconds, refresh.Write(token)));
    }
}
