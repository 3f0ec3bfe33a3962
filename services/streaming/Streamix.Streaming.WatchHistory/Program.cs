using Streamix.ServiceDefaults;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Grpc;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.WatchHistory;
using Streamix.Streaming.WatchHistory.Calls;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Streaming.WatchHistory.Watching;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceDatabase<HistoryDb>("streaming-watch-history-db");
builder.AddMessaging<HistoryDb>(events => events.HandlesNews());
builder.AddGrpcServer();
builder.AddHistory();

var app = builder.Build();
app.UseServiceDefaults();
app.MapHistory();
app.MapGrpc<HistoryCalls>().RequireService(HistoryCalls.PlaybackContext);
await app.RunAsync();
