namespace Streamix.LocalS3.Storage;

/// <summary>Accepted and told back; there is one disk.</summary>
internal static class StorageClasses
{
    public const string Standard = "STANDARD";

    private static readonly string[] Names =
    [
        Standard, "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER_IR",
    ];

    public static bool IsKnown(string name) => Names.Contains(name);

    public static byte Code(string name) => (byte)Math.Max(0, Array.IndexOf(Names, name));

    public static string Name(byte code) => Names[code];
}
