namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value that is known at the latest when a resource starts.</summary>
public interface IValueProvider
{
    /// <summary>Waits until the value is known.</summary>
    ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default);

    /// <summary>Waits until the value is known, as seen by <see cref="ValueProviderContext.Caller"/>.</summary>
    ValueTask<string?> GetValueAsync(ValueProviderContext context, CancellationToken cancellationToken = default) => GetValueAsync(cancellationToken);
}

/// <summary>A value that has a placeholder in the manifest.</summary>
public interface IManifestExpressionProvider
{
    /// <summary>The placeholder, e.g. <c>{cache.connectionString}</c>.</summary>
    string ValueExpression { get; }
}

/// <summary>A value made of others.</summary>
public interface IValueWithReferences
{
    /// <summary>What it is made of.</summary>
    IEnumerable<object> References { get; }
}

/// <summary>A value with a placeholder.</summary>
public interface IExpressionValue : IValueProvider, IManifestExpressionProvider;

/// <summary>Who asks for a value.</summary>
public class ValueProviderContext
{
    /// <summary>The mode the application runs in.</summary>
    public DistributedApplicationExecutionContext? ExecutionContext { get; init; }

    /// <summary>The resource that receives the value.</summary>
    public IResource? Caller { get; init; }

    /// <summary>The network the value is used in; by default the caller's.</summary>
    public NetworkIdentifier? Network { get; init; }
}
