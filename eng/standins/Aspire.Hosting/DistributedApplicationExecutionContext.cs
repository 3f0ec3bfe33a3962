namespace Aspire.Hosting;

/// <summary>What the application is started for.</summary>
public enum DistributedApplicationOperation
{
    /// <summary>To run the resources here.</summary>
    Run = 0,

    /// <summary>To describe them for a deployment.</summary>
    Publish = 1,
}

/// <summary>Options of <see cref="DistributedApplicationExecutionContext"/>.</summary>
public class DistributedApplicationExecutionContextOptions(DistributedApplicationOperation operation, string publisherName)
{
    /// <summary>Without a publisher's name.</summary>
    public DistributedApplicationExecutionContextOptions(DistributedApplicationOperation operation)
        : this(operation, operation == DistributedApplicationOperation.Publish ? "manifest" : "")
    {
    }

    /// <summary>What the application is started for.</summary>
    public DistributedApplicationOperation Operation { get; } = operation;

    /// <summary>The publisher, in publish mode.</summary>
    public string? PublisherName { get; } = publisherName;

    /// <summary>The container, once the application is built.</summary>
    public IServiceProvider? ServiceProvider { get; set; }
}

/// <summary>What the application is started for, and its services.</summary>
public class DistributedApplicationExecutionContext
{
    private readonly DistributedApplicationExecutionContextOptions options;

    /// <summary>A context with services that may come later.</summary>
    public DistributedApplicationExecutionContext(DistributedApplicationExecutionContextOptions options)
    {
        this.options = options;
        PublisherName = options.PublisherName ?? "";
    }

    /// <summary>A context without services.</summary>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
        : this(new DistributedApplicationExecutionContextOptions(operation))
    {
    }

    /// <summary>A context without services.</summary>
    public DistributedApplicationExecutionContext(DistributedApplicationOperation operation, string publisherName)
        : this(new DistributedApplicationExecutionContextOptions(operation, publisherName))
    {
    }

    /// <summary>What the application is started for.</summary>
    public DistributedApplicationOperation Operation => options.Operation;

    /// <summary>The publisher, in publish mode.</summary>
    public string PublisherName { get; set; }

    /// <summary>Run.</summary>
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;

    /// <summary>Publish.</summary>
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    /// <inheritdoc cref="ServiceProvider" />
    public IServiceProvider Services => ServiceProvider;

    /// <summary>The application's services.</summary>
    /// <exception cref="InvalidOperationException">The application is not built yet.</exception>
    public IServiceProvider ServiceProvider =>
        options.ServiceProvider ?? throw new InvalidOperationException("IServiceProvider is not available because the execution context is not built yet.");
}
