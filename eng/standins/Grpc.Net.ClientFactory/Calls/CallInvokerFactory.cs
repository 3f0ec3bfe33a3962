using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Calls;

/// <summary>One channel for each client name, kept for the life of the application.</summary>
internal sealed class CallInvokerFactory(
    IServiceScopeFactory scopes,
    ILoggerFactory loggers,
    IHttpMessageHandlerFactory handlers,
    IOptionsMonitor<GrpcClientFactoryOptions> clients,
    IOptionsMonitor<HttpClientFactoryOptions> httpClients) : IDisposable
{
    private readonly ConcurrentDictionary<(string Name, Type Client), Lazy<(GrpcChannel Channel, CallInvoker Invoker, IServiceScope Scope)>> _channels = new();

    public CallInvoker Invoker(string name, Type client) => _channels.GetOrAdd((name, client), key => new(() => Open(key.Name, key.Client))).Value.Invoker;

    public void Dispose()
    {
        foreach (var entry in _channels.Values.Where(entry => entry.IsValueCreated))
        {
            entry.Value.Channel.Dispose();
            entry.Value.Scope.Dispose();
        }
    }

    public static CallInvoker Intercepted(CallInvoker invoker, GrpcClientFactoryOptions options, InterceptorScope scope, IServiceProvider services) =>
        invoker.Intercept([.. options.InterceptorRegistrations.Where(r => r.Scope == scope).Select(r => r.Creator(services))]);

    private (GrpcChannel Channel, CallInvoker Invoker, IServiceScope Scope) Open(string name, Type client)
    {
        if (httpClients.Get(name).HttpClientActions.Count > 0)
            throw new InvalidOperationException($"The ConfigureHttpClient method is not supported when creating gRPC clients. Unable to create client with name '{name}'.");

        var options = clients.Get(name);
        var address = options.Address ?? throw new InvalidOperationException(
            $"Could not resolve the address for gRPC client '{name}'. Set an address when registering the client: services.AddGrpcClient<{client.Name}>(o => o.Address = new Uri(\"https://localhost:5001\"))");
        var scope = scopes.CreateScope();
        try
        {
            var channelOptions = new GrpcChannelOptions { HttpHandler = handlers.CreateHandler(name), LoggerFactory = loggers, ServiceProvider = scope.ServiceProvider };
            foreach (var configure in options.ChannelOptionsActions)
                configure(channelOptions);
            var channel = GrpcChannel.ForAddress(address, channelOptions);
            return (channel, Intercepted(channel.CreateCallInvoker(), options, InterceptorScope.Channel, scope.ServiceProvider), scope);
        }
        catch
        {
            scope.Dispose();
            throw;
        }
    }
}
