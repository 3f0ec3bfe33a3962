namespace Aspire.Hosting.RabbitMQ;

internal static class ManagementTag
{
    /// <summary>The tag of the same image with the management plugin; null when the tag is of no known form.</summary>
    public static string? Of(string? tag) => tag switch
    {
        null or "" => "management",
        _ when tag.EndsWith("management", StringComparison.Ordinal) || tag.EndsWith("management-alpine", StringComparison.Ordinal) => tag,
        "alpine" => "management-alpine",
        _ when tag.EndsWith("-alpine", StringComparison.Ordinal) => $"{tag[..^"-alpine".Length]}-management-alpine",
        _ when Array.TrueForAll(tag.Split('.'), part => part.Length > 0 && part.All(char.IsAsciiDigit)) => $"{tag}-management",
        _ => null,
    };
}
