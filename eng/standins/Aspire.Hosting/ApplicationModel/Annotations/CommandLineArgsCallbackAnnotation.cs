using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Adds arguments when a resource starts or is published.</summary>
public class CommandLineArgsCallbackAnnotation : IResourceAnnotation
{
    /// <summary>Changes the arguments.</summary>
    public CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> callback) => Callback = callback;

    /// <summary>Changes the arguments.</summary>
    public CommandLineArgsCallbackAnnotation(Action<IList<object>> callback) : this(c =>
    {
        callback(c.Args);
        return Task.CompletedTask;
    })
    {
    }

    /// <summary>What is called.</summary>
    public Func<CommandLineArgsCallbackContext, Task> Callback { get; }
}

/// <summary>What a callback for arguments gets.</summary>
public sealed class CommandLineArgsCallbackContext
{
    private readonly IResource? resource;

    /// <summary>A context without resource.</summary>
    public CommandLineArgsCallbackContext(IList<object> args, CancellationToken cancellationToken = default)
    {
        Args = args;
        CancellationToken = cancellationToken;
    }

    /// <summary>A context for a resource.</summary>
    public CommandLineArgsCallbackContext(IList<object> args, IResource resource, CancellationToken cancellationToken = default) : this(args, cancellationToken) =>
        this.resource = resource;

    /// <summary>The arguments so far: strings, or values.</summary>
    public IList<object> Args { get; }

    /// <summary>Stops the callback.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>The mode.</summary>
    public DistributedApplicationExecutionContext ExecutionContext { get; init; } = new(DistributedApplicationOperation.Run);

    /// <summary>The resource's log.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Whose arguments.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public IResource Resource => resource
        ?? throw new InvalidOperationException($"{nameof(Resource)} is not set. This callback context is not associated with a resource.");
}
