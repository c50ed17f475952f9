import type { FastifyInstance } from 'fastify';
import { answerChat, type ChatAnswer } from './chat-answer';
import { chunksOf } from './chat-chunks';
import { readChatRequest } from './chat-request';

/** POST /v1/chat/completions: whole, or as server-sent events with `stream: true`. */
export function chatCompletionRoutes(app: FastifyInstance): void {
  app.post('/v1/chat/completions', (request, reply) => {
    const asked = readChatRequest(request.body);
    const answer = answerChat(asked);
    if (!asked.stream) return reply.send(completion(answer, asked.choices));
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      connection: 'keep-alive',
    });
    for (const chunk of chunksOf(answer, asked)) reply.raw.write(`data: ${JSON.stringify(chunk)}\n\n`);
    reply.raw.end('data: [DONE]\n\n');
    return reply.hijack();
  });
}

function completion(answer: ChatAnswer, choices: number): unknown {
  const toolCalls = answer.toolCalls.map(({ id, ...called }) => ({ id, type: 'function', function: called }));
  return {
    id: answer.id,
    object: 'chat.completion',
    created: answer.created,
    model: answer.model,
    choices: Array.from({ length: choices }, (_, index) => ({
      index,
      message: {
        role: 'assistant',
        content: answer.content,
        refusal: null,
        ...(toolCalls.length > 0 ? { tool_calls: toolCalls } : {}),
      },
      logprobs: null,
      finish_reason: answer.finishReason,
    })),
    usage: answer.usage,
  };
}
