using System.Globalization;
using Streamix.Streaming.Contracts.Rights;

namespace Streamix.Streaming.Rights.Deciding;

/// <summary>Refusals in words for people; clients that translate go by the code.</summary>
internal static class Sentences
{
    public static string Of(string code) => code switch
    {
        RefusalCodes.AccountInactive => "This account is not active.",
        RefusalCodes.NoProfile => "Pick a profile first.",
        RefusalCodes.PinNeeded => "Enter the PIN of this profile first.",
        RefusalCodes.NoSuchTitle => "This title is not available.",
        RefusalCodes.AboveMaturity => "This title is rated above what this profile may watch.",
        RefusalCodes.CountryUnknown => "We cannot tell which country you are in, and this title is not available everywhere.",
        RefusalCodes.NotInCountry => "This title is not available in your country.",
        RefusalCodes.NotYet => "This title is not available yet.",
        RefusalCodes.NoLonger => "This title is no longer available.",
        RefusalCodes.NotInPlan => "Your plan does not include this title.",
        RefusalCodes.DeviceTooWeak => "This device does not protect the picture well enough for your plan.",
        RefusalCodes.TooManyStreams => "As many devices as your plan allows are playing already.",
        RefusalCodes.StoppedElsewhere => "Playing was stopped here in favour of another device.",
        _ => "This title cannot be played.",
    };

    public static string From(DateTimeOffset opens) => $"This title is available from {Day(opens)} on.";

    public static string Until(DateTimeOffset closed) => $"This title was available until {Day(closed)}.";

    private static string Day(DateTimeOffset at) => at.ToUniversalTime().ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
