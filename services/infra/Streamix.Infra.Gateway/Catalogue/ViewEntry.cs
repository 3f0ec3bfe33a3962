namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>One public call answered from several services: <c>/api/v1/views&lt;path&gt;</c>.</summary>
public sealed record ViewEntry
{
    /// <summary>By default <c>/&lt;name&gt;</c>; its parameters may be used in the paths of the parts.</summary>
    public string? Path { get; init; }

    public string Access { get; init; } = "session";
    public string Class { get; init; } = "default";

    /// <summary>For the whole answer; a part may have less, never more.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(2);

    public Dictionary<string, PartEntry> Parts { get; init; } = [];
}

/// <summary>One piece of a view.</summary>
public sealed record PartEntry
{
    public required string Resource { get; init; }

    /// <summary>Path and query at the service; <c>{name}</c> is a parameter of the view's path or query.</summary>
    public required string Path { get; init; }

    public TimeSpan Budget { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Without it there is no answer at all.</summary>
    public bool Required { get; init; }
}
