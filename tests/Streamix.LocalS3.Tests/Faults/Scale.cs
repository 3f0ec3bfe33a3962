namespace Streamix.LocalS3.Tests.Faults;

/// <summary>STREAMIX_LONG=1 runs the fault and memory tests at full size.</summary>
internal static class Scale
{
    public static bool Long => Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1";

    public static int Kills => Long ? 100 : 10;

    public static long LargeObject => Long ? 5L << 30 : 256L << 20;
}
