// The generated contracts have classes of the same names (Rights, Edges, Keys, History) as namespaces around them.
global using EdgesV1 = Streamix.Streaming.Contracts.Edges.V1;
global using HistoryV1 = Streamix.Streaming.Contracts.History.V1;
global using KeysV1 = Streamix.Media.Contracts.Keys.V1;
global using RightsV1 = Streamix.Streaming.Contracts.Rights.V1;
