using Streamix.ServiceDefaults.Auth;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>Who watches, and from where.</summary>
/// <param name="Address">Of the viewer; empty when nobody knows.</param>
/// <param name="Country">Told by a trusted edge; empty when none told.</param>
/// <param name="Operator">May see how we run.</param>
internal sealed record Viewer(Guid AccountId, Guid ProfileId, string SessionId, string Address, string Country, bool Operator)
{
    /// <summary>Null when no profile is picked.</summary>
    public static Viewer? Of(Caller caller, HttpContext http, PlaybackOptions options) => caller.ProfileId is { } profile
        ? new(caller.AccountId, profile, caller.SessionId ?? "", AddressOf(http), CountryOf(http, options.CountryHeader), IsOperator(caller))
        : null;

    public static bool IsOperator(Caller caller) => caller.Is(Roles.Admin) || caller.Is(Roles.Support);

    public static IResult NoProfile() => PlaybackProblems.Refused(RefusalCodes.NoProfile, "Pick a profile first.");

    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } address ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : "";

    private static string CountryOf(HttpContext http, string header)
    {
        var told = header.Length == 0 ? "" : http.Request.Headers[header].ToString().ToUpperInvariant();
        return told.Length == 2 && char.IsAsciiLetterUpper(told[0]) && char.IsAsciiLetterUpper(told[1]) ? told : "";
    }
}
