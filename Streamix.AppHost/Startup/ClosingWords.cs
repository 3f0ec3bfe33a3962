namespace Streamix.AppHost.Startup;

/// <summary>What a resource has to say once all is healthy, below the addresses.</summary>
internal sealed class ClosingWords(Func<IEnumerable<string>> lines) : IResourceAnnotation
{
    public IEnumerable<string> Lines => lines();
}
