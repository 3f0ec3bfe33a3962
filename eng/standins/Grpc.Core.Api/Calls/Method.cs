namespace Grpc.Core;

/// <summary>Who streams.</summary>
public enum MethodType
{
    /// <summary>Nobody.</summary>
    Unary,

    /// <summary>The client.</summary>
    ClientStreaming,

    /// <summary>The server.</summary>
    ServerStreaming,

    /// <summary>Both.</summary>
    DuplexStreaming,
}

/// <summary>A method, whatever its messages.</summary>
public interface IMethod
{
    /// <summary>Who streams.</summary>
    MethodType Type { get; }

    /// <summary>The service with its package.</summary>
    string ServiceName { get; }

    /// <summary>The name inside the service.</summary>
    string Name { get; }

    /// <summary>The path: <c>/package.Service/Method</c>.</summary>
    string FullName { get; }
}

/// <summary>A method with its messages.</summary>
public class Method<TRequest, TResponse>(
    MethodType type, string serviceName, string name, Marshaller<TRequest> requestMarshaller, Marshaller<TResponse> responseMarshaller) : IMethod
{
    /// <inheritdoc/>
    public MethodType Type { get; } = type;

    /// <inheritdoc/>
    public string ServiceName { get; } = serviceName ?? throw new ArgumentNullException(nameof(serviceName));

    /// <inheritdoc/>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>Marshaller of requests.</summary>
    public Marshaller<TRequest> RequestMarshaller { get; } = requestMarshaller ?? throw new ArgumentNullException(nameof(requestMarshaller));

    /// <summary>Marshaller of responses.</summary>
    public Marshaller<TResponse> ResponseMarshaller { get; } = responseMarshaller ?? throw new ArgumentNullException(nameof(responseMarshaller));

    /// <inheritdoc/>
    public string FullName { get; } = $"/{serviceName}/{name}";
}
