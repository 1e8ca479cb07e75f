namespace Baton.C1Z;

/// <summary>A message with the id of its row.</summary>
sealed record KeyedRow<T>(string Id, T Message);
