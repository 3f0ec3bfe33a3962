using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds environment variables when a resource starts or is published.</summary>
public class EnvironmentCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Sets one variable.</summary>
    public EnvironmentCallbackAnnotation(string name, Func<string> callback) : this(c => c.EnvironmentVariables[name] = callback())
    {
    }

    /// <summary>Changes the variables.</summary>
    public EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> callback) : this(c =>
    {
        callback(c);
        return Task.CompletedTask;
    })
    {
    }

    /// <summary>Changes the variables.</summary>
    public EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) => Callback = callback;

    /// <summary>What is called.</summary>
    public Func<EnvironmentCallbackContext, Task> Callback { get; }
}

/// <summary>What a callback for environment variables gets.</summary>
public class EnvironmentCallbackContext
{
    private readonly IResource? resource;

    /// <summary>A context without resource.</summary>
    public EnvironmentCallbackContext(DistributedApplicationExecutionContext executionContext, Dictionary<string, object>? environmentVariables = null, CancellationToken cancellationToken = default)
    {
        ExecutionContext = executionContext;
        EnvironmentVariables = environmentVariables ?? [];
        CancellationToken = cancellationToken;
    }

    /// <summary>A context for a resource.</summary>
    public EnvironmentCallbackContext(DistributedApplicationExecutionContext executionContext, IResource resource, Dictionary<string, object>? environmentVariables = null, CancellationToken cancellationToken = default)
        : this(executionContext, environmentVariables, cancellationToken) => this.resource = resource;

    /// <summary>The variables so far: strings, or values.</summary>
    public Dictionary<string, object> EnvironmentVariables { get; }

    /// <summary>The mode.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>Stops the callback.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The resource's log.</summary>
    public ILogger Logger { get; set; } = NullLogger.Instance;

    /// <summary>Whose variables.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IResource Resource => resource
        ?? throw new InvalidOperationException($"{nameof(Resource)} is not set. This callback context is not associated with a resource.");
}
