using Streamix.Testing;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Real;

/// <summary>Needs the real DCP; skipped where there is none.</summary>
internal sealed class DcpFactAttribute : FactAttribute
{
    public DcpFactAttribute()
    {
        if (!File.Exists(Bundle.Dcp))
            Skip = $"There is no DCP at '{Bundle.Dcp}': set ASPIRE_BUNDLE to the folder of an Aspire bundle.";
        Timeout = 120_000;
    }
}

internal static class Bundle
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("ASPIRE_BUNDLE") is { Length: > 0 } given
        ? given
        : Repository.PathOf(".streamix", "tools", "aspire", "bundle");

    public static string Dcp { get; } = Path.Combine(Folder, "dcp", "dcp");
}
