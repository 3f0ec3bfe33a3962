namespace Grpc.AspNetCore.ClientFactory;

/// <summary>Options of context propagation.</summary>
public class GrpcContextPropagationOptions
{
    /// <summary>Whether a call made outside a gRPC call is let through unchanged rather than refused; default false.</summary>
    public bool SuppressContextNotFoundErrors { get; set; }
}
