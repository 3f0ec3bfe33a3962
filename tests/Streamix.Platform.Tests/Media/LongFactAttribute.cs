using Xunit;

namespace Streamix.Platform.Tests.Media;

/// <summary>Takes many minutes: only with STREAMIX_LONG=1.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1" ? null : "STREAMIX_LONG=1 runs it.";
}
