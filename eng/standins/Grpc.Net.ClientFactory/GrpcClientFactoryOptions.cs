using Grpc.Core;
using Grpc.Net.Client;

namespace Grpc.Net.ClientFactory;

/// <summary>Options of a registered client.</summary>
public class GrpcClientFactoryOptions
{
    /// <summary>Where the service is: <c>http://name</c> with service discovery.</summary>
    public Uri? Address { get; set; }

    /// <summary>Configure the channel.</summary>
    public IList<Action<GrpcChannelOptions>> ChannelOptionsActions { get; } = [];

    /// <summary>Change the options of each call; the provider is the one the client came from.</summary>
    public IList<Action<CallOptionsContext>> CallOptionsActions { get; } = [];

    /// <summary>Interceptors; the first sees calls first.</summary>
    public IList<InterceptorRegistration> InterceptorRegistrations { get; } = [];

    /// <summary>Makes the client, if not its constructor that takes a <see cref="CallInvoker"/>.</summary>
    public Func<CallInvoker, object>? Creator { get; set; }

    internal Func<IServiceProvider, CallInvoker, object>? CreatorWithServices { get; set; }

    internal bool Registered { get; set; }
}
