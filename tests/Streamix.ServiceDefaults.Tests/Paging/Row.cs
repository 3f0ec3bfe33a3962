namespace Streamix.ServiceDefaults.Tests.Paging;

internal sealed record Row(int Id, string Name, DateTimeOffset At);
