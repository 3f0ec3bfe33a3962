namespace Aspire.Hosting.ApplicationModel;

/// <summary>A health check, by its name among the application's services.</summary>
public class HealthCheckAnnotation(string key) : IResourceAnnotation
{
    /// <summary>The check's name.</summary>
    public string Key { get; } = key;
}

/// <summary>How many instances of a project run.</summary>
public sealed class ReplicaAnnotation(int replicas = 1) : IResourceAnnotation
{
    /// <summary>One or more.</summary>
    public int Replicas { get; } = replicas;
}

/// <summary>The resource waits to be started by hand.</summary>
public sealed class ExplicitStartupAnnotation : IResourceAnnotation;

/// <summary>The icon of a resource.</summary>
public sealed class ResourceIconAnnotation(string iconName, IconVariant iconVariant = IconVariant.Filled) : IResourceAnnotation
{
    /// <summary>A Fluent UI icon.</summary>
    public string IconName { get; } = iconName;

    /// <summary>Its style.</summary>
    public IconVariant IconVariant { get; } = iconVariant;
}

/// <summary>The resource exports telemetry.</summary>
public class OtlpExporterAnnotation : IResourceAnnotation
{
    /// <summary>The protocol it needs; null for what the dashboard offers.</summary>
    public OtlpProtocol? RequiredProtocol { get; init; }
}

/// <summary>A further connection property of a resource.</summary>
public sealed class ConnectionPropertyAnnotation(string name, ReferenceExpression referenceExpression) : IResourceAnnotation
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>Its value.</summary>
    public ReferenceExpression Value { get; } = referenceExpression;
}

/// <summary>The connection string is another resource's.</summary>
public class ConnectionStringRedirectAnnotation(IResourceWithConnectionString resource) : IResourceAnnotation
{
    /// <summary>The other resource.</summary>
    public IResourceWithConnectionString Resource { get; } = resource;
}

internal sealed class Http2ServiceAnnotation : IResourceAnnotation;

internal sealed class DisableForwardedHeadersAnnotation : IResourceAnnotation;
