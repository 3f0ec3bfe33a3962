namespace Streamix.Discovery.Index.Writing;

/// <summary>The generation was dropped, or never was.</summary>
public sealed class GenerationGoneException(string generation) : Exception($"There is no index '{generation}' to be built.");
