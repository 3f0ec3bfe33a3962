using Aspire.Hosting.Orchestration.Snapshots;

namespace Aspire.Hosting.Orchestration;

/// <summary>One process or container of a resource.</summary>
/// <param name="name">Its name in the control plane and its id in notifications.</param>
/// <param name="index">0 for the first replica.</param>
internal sealed class ResourceInstance(IResource resource, string name, int index)
{
    private volatile string? _generation;
    private volatile ObjectState? _last;

    public IResource Resource => resource;

    public string Name => name;

    public int Index => index;

    /// <summary>Starts and stops of one instance do not overlap.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>Marks the object of this start, so that news of an earlier one is not taken for it; null between two.</summary>
    public string? Generation
    {
        get => _generation;
        set => _generation = value;
    }

    /// <summary>The newest state the control plane told.</summary>
    public ObjectState? Last
    {
        get => _last;
        set => _last = value;
    }

    /// <summary>The arguments of the resource itself, without those its launch needs.</summary>
    public IReadOnlyList<ResolvedArgument> Arguments { get; set; } = [];
}
