namespace Aspire.Hosting;

/// <summary>The application model or its run is wrong.</summary>
public class DistributedApplicationException : Exception
{
    /// <inheritdoc />
    public DistributedApplicationException()
    {
    }

    /// <inheritdoc />
    public DistributedApplicationException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public DistributedApplicationException(string message, Exception inner) : base(message, inner)
    {
    }
}

/// <summary>A parameter has neither a value nor a default.</summary>
public class MissingParameterValueException : DistributedApplicationException
{
    /// <inheritdoc />
    public MissingParameterValueException(string message) : base(message)
    {
    }

    /// <inheritdoc />
    public MissingParameterValueException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
