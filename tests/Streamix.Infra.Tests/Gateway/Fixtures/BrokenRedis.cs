using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using StackExchange.Redis;
using Streamix.Infra.Gateway.Limits;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>A connected client that throws whatever it is asked, as the real one may when its connection is closed under it.</summary>
public class BrokenRedis : DispatchProxy
{
    private Exception _error = new InvalidOperationException();
    private int _asked;

    internal int Asked => Volatile.Read(ref _asked);

    internal RedisLink Link { get; private set; } = null!;

    internal static BrokenRedis Throwing(Type error)
    {
        var client = Create<IConnectionMultiplexer, BrokenRedis>();
        var broken = (BrokenRedis)client;
        broken._error = (Exception)Activator.CreateInstance(error)!;
        broken.Link = new RedisLink(new ServiceCollection().AddSingleton(client).BuildServiceProvider());
        return broken;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod!.Name == $"get_{nameof(IConnectionMultiplexer.IsConnected)}")
        {
            return true;
        }

        Interlocked.Increment(ref _asked);
        throw _error;
    }
}
