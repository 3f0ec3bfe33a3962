using Streamix.Messaging.Kit.Contract;

namespace Streamix.Messaging.Tests.Transports;

[Collection("rabbitmq")]
public sealed class RabbitDeliveryTests : DeliveryContract
{
    protected override Task<ITransportUnderTest> StartAsync() => RabbitUnderTest.StartAsync();
}

[Collection("rabbitmq")]
public sealed class RabbitRedeliveryTests : RedeliveryContract
{
    protected override Task<ITransportUnderTest> StartAsync() => RabbitUnderTest.StartAsync();
}

[Collection("rabbitmq")]
public sealed class RabbitFailureTests : FailureContract
{
    protected override Task<ITransportUnderTest> StartAsync() => RabbitUnderTest.StartAsync();
}

[Collection("rabbitmq")]
public sealed class RabbitTraceTests : TraceContract
{
    protected override Task<ITransportUnderTest> StartAsync() => RabbitUnderTest.StartAsync();
}

[Collection("rabbitmq")]
public sealed class RabbitFaultTests : FaultContract
{
    protected override Task<ITransportUnderTest> StartAsync() => RabbitUnderTest.StartAsync();
}
