using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Grpc.Net.ClientFactory.Calls;

internal sealed class DefaultGrpcClientFactory(IServiceProvider services, CallInvokerFactory invokers, IOptionsMonitor<GrpcClientFactoryOptions> clients) : GrpcClientFactory
{
    public override TClient CreateClient<TClient>(string name)
    {
        var options = clients.Get(name);
        if (!options.Registered)
            throw new InvalidOperationException($"No gRPC client configured with name '{name}'.");

        var invoker = invokers.Invoker(name, typeof(TClient));
        if (options.CallOptionsActions.Count > 0)
            invoker = new CallOptionsInvoker(invoker, options.CallOptionsActions, services);
        invoker = CallInvokerFactory.Intercepted(invoker, options, InterceptorScope.Client, services);
        var client = options.CreatorWithServices?.Invoke(services, invoker) ?? options.Creator?.Invoke(invoker)
            ?? ActivatorUtilities.CreateInstance<TClient>(services, invoker);
        return client as TClient ?? throw new InvalidOperationException($"The creator of '{name}' made a {client.GetType()}, not a {typeof(TClient)}.");
    }
}
