namespace Streamix.Sample.Graph;

/// <summary>Stands for this AppHost in tests.</summary>
public sealed class SampleGraph
{
    private SampleGraph()
    {
    }
}
