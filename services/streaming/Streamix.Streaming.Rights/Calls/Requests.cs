using System.Net;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Rights.Admission;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Places;
using V1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Rights.Calls;

/// <summary>Reads what other services send; what cannot be meant is refused.</summary>
internal static class Requests
{
    public const int MostRenewals = 1000;
    private const int LongestName = 100;

    /// <param name="request">What is asked.</param>
    /// <param name="caller">
    /// Whose token came along. Session writes a profile into it only after users-profile has let them in, which takes the PIN of a profile that has one; so a token
    /// of this profile is the proof.
    /// </param>
    /// <param name="withSlot">A slot is asked for, so the playback has to be named.</param>
    public static Question Read(V1.AdmitRequest request, Caller caller, bool withSlot)
    {
        var (account, profile) = (Id("account_id", request.AccountId), OptionalId("profile_id", request.ProfileId));
        return new()
        {
            AccountId = account,
            ProfileId = profile,
            TitleId = Id("title_id", request.TitleId),
            Device = Device(request.Device),
            DeviceName = Name(request.Device?.Name ?? ""),
            DeviceKey = DeviceKeys.Of(account, request.Device?.Id),
            Address = IPAddress.TryParse(request.Address, out var address) ? address : null,
            Country = Country(request.Country),
            Entered = request.PinEnteredAt is not null || caller.IsUser && profile is not null && caller.ProfileId == profile,
            PlaybackId = withSlot ? Id("playback_id", request.PlaybackId) : Guid.Empty,
            InsteadOf = OptionalId("instead_of", request.InsteadOf),
        };
    }

    /// <summary>One that was let in: what was proven at the start is not asked for again.</summary>
    public static Question Renewal(V1.AdmitRequest request) => Read(request, Caller.Anonymous, withSlot: true) with { Entered = true, InsteadOf = null };

    public static Guid Id(string field, string text) =>
        Guid.TryParse(text, out var id) && id != Guid.Empty ? id : throw ProblemException.BadRequest(field, "is not an id");

    private static Guid? OptionalId(string field, string text) => text.Length == 0 ? null : Id(field, text);

    private static DeviceFacts Device(V1.Device? device)
    {
        if (!DeviceFacts.TryParse(device?.Security, out var security))
            throw ProblemException.BadRequest("device.security", $"must be {DeviceFacts.Words}");
        if (!Output.TryParse(device?.OutputProtection, out var output))
            throw ProblemException.BadRequest("device.output_protection", $"must be {Output.Words}");
        return new(security, output);
    }

    private static string? Country(string country)
    {
        if (country.Length == 0)
            return null;
        return CountryCode.IsValid(country) ? country : throw ProblemException.BadRequest("country", "is not ISO 3166-1 alpha-2");
    }

    private static string Name(string name)
    {
        var line = string.Concat(name.Where(c => !char.IsControl(c))).Trim();
        return line.Length <= LongestName ? line : line[..LongestName];
    }
}
