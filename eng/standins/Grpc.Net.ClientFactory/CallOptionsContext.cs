using Grpc.Core;

namespace Grpc.Net.ClientFactory;

/// <summary>The options of a call before it is made.</summary>
public sealed class CallOptionsContext
{
    internal CallOptionsContext(CallOptions callOptions, IServiceProvider serviceProvider) => (CallOptions, ServiceProvider) = (callOptions, serviceProvider);

    /// <summary>The options, to be replaced.</summary>
    public CallOptions CallOptions { get; set; }

    /// <summary>The provider the client came from.</summary>
    public IServiceProvider ServiceProvider { get; }
}
