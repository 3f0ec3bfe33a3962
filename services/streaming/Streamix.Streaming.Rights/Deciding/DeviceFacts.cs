namespace Streamix.Streaming.Rights.Deciding;

/// <summary>How well a device keeps content keys.</summary>
internal enum DeviceSecurity
{
    Software = 0,
    Hardware = 1,
}

/// <summary>What a device can be trusted with.</summary>
internal sealed record DeviceFacts(DeviceSecurity Security, OutputLevel Output)
{
    public const string Words = "software or hardware";

    /// <summary>Nothing said means software.</summary>
    public static bool TryParse(string? text, out DeviceSecurity security)
    {
        security = text == "hardware" ? DeviceSecurity.Hardware : DeviceSecurity.Software;
        return text is null or "" or "software" or "hardware";
    }
}

/// <summary>The least protection of an output before a tier goes there.</summary>
internal sealed record OutputDemands(OutputLevel Hd, OutputLevel Uhd);
