using Streamix.Messaging.Kit.Contract;

namespace Streamix.Messaging.Tests.Transports;

[Collection("kafka")]
public sealed class KafkaDeliveryTests : DeliveryContract
{
    protected override Task<ITransportUnderTest> StartAsync() => KafkaUnderTest.StartAsync();
}

[Collection("kafka")]
public sealed class KafkaRedeliveryTests : RedeliveryContract
{
    protected override Task<ITransportUnderTest> StartAsync() => KafkaUnderTest.StartAsync();
}

[Collection("kafka")]
public sealed class KafkaFailureTests : FailureContract
{
    protected override Task<ITransportUnderTest> StartAsync() => KafkaUnderTest.StartAsync();
}

[Collection("kafka")]
public sealed class KafkaTraceTests : TraceContract
{
    protected override Task<ITransportUnderTest> StartAsync() => KafkaUnderTest.StartAsync();
}

[Collection("kafka")]
public sealed class KafkaFaultTests : FaultContract
{
    protected override Task<ITransportUnderTest> StartAsync() => KafkaUnderTest.StartAsync();
}
