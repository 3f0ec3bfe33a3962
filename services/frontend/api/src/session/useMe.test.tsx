import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, render, screen, waitFor } from '@testing-library/react';
import { useReducer } from 'react';
import { flushSync } from 'react-dom';
import { describe, expect, test } from 'vitest';
import { api } from '../client';
import { queryClient } from '../queryClient';
import { announce } from './channel';
import { held, json, platform, refused, signInBefore } from '../testing';
import { unwrap } from '../unwrap';
import { signedIn } from './session';
import { useMe, useSessionCache } from './useMe';

function Who() {
  useSessionCache();
  const { data, isPending } = useMe();
  return <p>{isPending ? 'asking' : data?.displayName ?? 'nobody'}</p>;
}

function show() {
  const queries = queryClient();
  render(<QueryClientProvider client={queries}><Who /></QueryClientProvider>);
  return queries;
}

const ada = (name = 'Ada') => json({ id: 'a', displayName: name, roles: [] });

describe('useMe', () => {
  test('Stranger_AsksNothing', async () => {
    const edge = platform({});
    show();
    await screen.findByText('nobody');
    expect(edge.calls()).toEqual([]);
  });

  test('SignedIn_IsAskedFor', async () => {
    signInBefore();
    platform({ 'GET /account': [ada()] });
    show();
    await screen.findByText('Ada');
  });

  test('SessionIsOver_IsNobody', async () => {
    signInBefore();
    platform({ 'GET /account': [refused()], 'POST /session/refresh': [refused('expired')] });
    show();
    await screen.findByText('nobody');
  });

  test('OtherTabSignsOut_NothingOfTheAccountStays', async () => {
    signInBefore();
    platform({ 'GET /account': [ada()] });
    const queries = show();
    await screen.findByText('Ada');
    queries.setQueryData(['titles'], ['kept']);
    act(() => announce({ kind: 'signed-out', reason: 'signed-out' }));
    await screen.findByText('nobody');
    expect(queries.getQueryData(['titles'])).toBeUndefined();
  });

  test('OtherTabSignsOut_PageDrawnOnceMore_AsksNothing', async () => {
    signInBefore();
    const edge = platform({ 'GET /account': [ada()], 'GET /profiles': [json({ items: [] })] });
    let redraw = () => {};
    const Page = () => {
      [, redraw] = useReducer((count: number) => count + 1, 0);
      const { isSuccess } = useQuery({ queryKey: ['profiles'], queryFn: () => unwrap(api.GET('/api/v1/profiles')) });
      return <p>{isSuccess ? 'profiles' : 'none'}</p>;
    };
    const Guarded = () => (useMe().data ? <Page /> : null);
    const queries = queryClient();
    render(<QueryClientProvider client={queries}><Who /><Guarded /></QueryClientProvider>);
    await screen.findByText('profiles');
    const asked = edge.calls().length;
    await act(async () => {
      announce({ kind: 'signed-out', reason: 'signed-out' });
      flushSync(redraw);
    });
    await screen.findByText('nobody');
    expect(screen.queryByText('profiles')).toBeNull();
    expect(edge.calls().slice(asked)).toEqual([]);
    act(() => signedIn({ accessExpiresAt: new Date(Date.now() + 900_000).toISOString() }));
    expect(queries.getQueryData(['profiles'])).toBeUndefined();
  });

  test('SomebodySignsIn_IsNotTakenForNobodyMeanwhile', async () => {
    const grace = held();
    platform({ 'GET /account': grace.answer });
    show();
    await screen.findByText('nobody');
    act(() => signedIn({ accessExpiresAt: new Date(Date.now() + 900_000).toISOString() }));
    await waitFor(() => expect(screen.getByText('asking')).toBeInTheDocument());
    grace.release(ada('Grace'));
    await screen.findByText('Grace');
  });
});
